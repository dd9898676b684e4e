/** In a browser, what nobody sees costs nothing. */
export function useSeen<V>(value: V): V {
  return value
}
