import { ConflictError } from '../../../errors.ts'
import { DatabaseFailure } from '../engine.ts'

const UNIQUE_VIOLATION = '23505'

/** What each unique constraint keeps single, in the words of {@link ConflictError}. */
const uniqueThings: Record<string, string> = {
  apps_pkey: 'app',
  people_handle_key: 'handle',
  people_openid_key: 'openid',
}

/** Runs a write; a unique thing that is taken becomes a {@link ConflictError}. */
export async function orConflict<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    const thing = takenThing(error)
    throw thing ? new ConflictError(thing) : error
  }
}

function takenThing(error: unknown): string | null {
  if (!(error instanceof DatabaseFailure) || error.code !== UNIQUE_VIOLATION) return null
  return uniqueThings[error.constraint ?? ''] ?? null
}
