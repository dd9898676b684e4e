import type { TObject } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { DayField } from '../../src/contract/fields.ts'
import { isDay } from '../../src/contract/periods.ts'
import type { Issue } from '../../src/contract/problems.ts'
import { ProblemError } from '../errors.ts'

export type Fault = Omit<Issue, 'message'>

/** Issue codes by the JSON Schema keyword that failed. */
const codes: Record<string, string> = {
  type: 'type',
  enum: 'enum',
  const: 'enum',
  pattern: 'format',
  format: 'format',
  minLength: 'length',
  maxLength: 'length',
  minimum: 'range',
  maximum: 'range',
  minItems: 'length',
  maxItems: 'length',
  minProperties: 'required',
  maxProperties: 'length',
  uniqueItems: 'duplicate',
}

const { pattern: DAY_PATTERN } = DayField as { pattern?: string }

/** NUL and its kin, DEL and lone surrogates: no store and no upstream takes them, and no person types them. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u

/** Knows every fault of an input; an input without one is of the schema's type. */
export interface Shape {
  faults(input: unknown): Fault[]
}

/**
 * Compiles a closed object schema once.
 * @param prefix where the input stands: `''` for a body, `/query` for a query
 */
export function shapeOf(schema: TObject, prefix: '' | '/query'): Shape {
  const validator = Compile(schema)
  const dayFields = Object.keys(schema.properties).filter(key => {
    const property = schema.properties[key]
    return property !== undefined && 'pattern' in property && property.pattern === DAY_PATTERN
  })
  return {
    faults(input) {
      return [...shapeFaults(validator, input, prefix), ...textFaults(input, dayFields, prefix)]
    },
  }
}

/** What is not of the shape has a fault, also one that no keyword of ours tells. */
function shapeFaults(validator: Validator, input: unknown, prefix: string): Fault[] {
  if (validator.Check(input)) return []
  const errors: SchemaError[] = validator.Errors(input)
  const told = errors.flatMap(error => faultsOf(error, prefix))
  return told.length > 0 ? told : errors.map(({ instancePath }) => ({ path: prefix + instancePath, code: 'format' }))
}

interface SchemaError {
  keyword: string
  instancePath: string
  params: object
}

function faultsOf({ keyword, instancePath, params }: SchemaError, prefix: string): Fault[] {
  const at = (names: string[], code: string) =>
    names.map(name => ({ path: `${prefix}${instancePath}/${escapePointer(name)}`, code }))
  if ('requiredProperties' in params) return at(params.requiredProperties as string[], 'required')
  if ('additionalProperties' in params) return at(params.additionalProperties as string[], 'unknown')
  const code = codes[keyword]
  return code ? [{ path: `${prefix}${instancePath}`, code }] : []
}

function textFaults(input: unknown, dayFields: string[], prefix: string): Fault[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return []
  return Object.entries(input)
    .filter(([key, value]) => {
      if (typeof value !== 'string') return false
      return UNPRINTABLE.test(value) || (dayFields.includes(key) && !isDay(value))
    })
    .map(([key]) => ({ path: `${prefix}/${escapePointer(key)}`, code: 'format' }))
}

/** RFC 6901. Long and unprintable names come from strangers: they are cut and made readable. */
const escapePointer = (name: string): string =>
  name
    .slice(0, 64)
    .replace(/[\p{C}]/gu, '\uFFFD')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')

/**
 * Refuses an input for all its faults at once; the first fault of a field says enough.
 * @throws ProblemError `invalid`
 */
export function refuseFaults(faults: Fault[]): void {
  if (faults.length === 0) return
  const byPath = new Map<string, Fault>()
  for (const fault of faults) if (!byPath.has(fault.path)) byPath.set(fault.path, fault)
  throw new ProblemError('invalid', { issues: [...byPath.values()].slice(0, 50) })
}
