export async function lockDataDir(_dataDir: string): Promise<{ release(): Promise<void> }> {
  return { release: async () => {} }
}
