import { randomBytes, randomUUID } from 'node:crypto'

/** Where unguessable things come from. */
export interface Random {
  bytes(count: number): Buffer
  uuid(): string
}

export const systemRandom: Random = { bytes: randomBytes, uuid: randomUUID }
