import { API_BASE, type EndpointName, endpoints } from '../contract/endpoints'

/** The URL path of a call with its parameters filled in and its query behind it; undefined values are left out. */
export function addressOf(
  name: EndpointName,
  params: Record<string, string> = {},
  query: Record<string, unknown> = {},
): string {
  const path = endpoints[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
  return API_BASE + path + (pairs.length > 0 ? `?${pairs.join('&')}` : '')
}
