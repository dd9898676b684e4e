/** One answered request, for logs and metrics. `route` is the pattern, never the address. */
export interface Served {
  route: string
  method: string
  status: number
  seconds: number
}

export interface HttpTelemetry {
  served(request: Served): void
  limited(limit: string): void
  /** Prometheus text. */
  exposition(): Promise<string>
}
