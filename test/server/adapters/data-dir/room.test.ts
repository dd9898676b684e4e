import { expect, it } from 'vitest'
import { orNoRoom } from '../../../../server/adapters/data-dir/room.ts'
import { SettingError } from '../../../../server/config/setting-error.ts'

const failure = new Error('Aborted(). Build with -sASSERTIONS for more info.')
const left = (bytes: number) => async () => bytes

it('a database that cannot be opened on a full disk says so in words', async () => {
  const error = (await orNoRoom(failure, '.', left(3 * 1024 * 1024))) as Error
  expect(error).toBeInstanceOf(SettingError)
  expect(error.message).toBe(
    'DATA_DIR has no room for the database (3 MB left); free some space, or write another folder',
  )
})

it('with room left it is the failure that it was', async () => {
  expect(await orNoRoom(failure, '.', left(10 ** 9))).toBe(failure)
})

it('where nobody knows how much is left it is the failure that it was', async () => {
  expect(await orNoRoom(failure, '.', () => Promise.reject(new Error('ENOSYS')))).toBe(failure)
})

it('words of our own stay', async () => {
  const inUse = new SettingError('DATA_DIR', 'is in use by process 7')
  expect(await orNoRoom(inUse, '.', left(0))).toBe(inUse)
})
