export interface PhotoProps {
  className: string
  /** Path on our server, as `avatarUrl` has it. */
  src: string
  /** It cannot be shown. */
  onError: () => void
}
