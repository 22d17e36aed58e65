import * as v from 'valibot'
import { RequestFailed } from './client'

/** An answer as this page understands it, checked at the rim; fails with `RequestFailed` 0 when it is another. */
export function checked<T extends v.GenericSchema>(schema: T, answer: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, answer)
  if (!result.success) throw new RequestFailed(0)
  return result.output
}
