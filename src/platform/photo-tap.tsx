/** For TypeScript and tests; a build takes the file of its platform. */
export * from './photo-tap.h5'
