export interface FileRequest {
  /** Path from the server's root, with query. */
  url: string
  headers: Record<string, string>
  /** `来源分析.csv` */
  name: string
}
