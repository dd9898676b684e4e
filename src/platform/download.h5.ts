/** Hands content to the browser as a download. */
export function save(content: Blob, name: string) {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // the browser has taken the content over by the next turn
  setTimeout(() => URL.revokeObjectURL(address))
}
