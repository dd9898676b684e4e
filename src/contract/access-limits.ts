/** Viewers that an app may have at a time; admins are not counted. */
export const VIEWER_LIMIT = 60

/** A 微信号 as WeChat allows one. */
export const HANDLE_PATTERN = '^[A-Za-z][A-Za-z0-9_-]{4,31}$'

/** A picture of a person or an app, as it is uploaded. */
export const IMAGE_LIMIT_BYTES = 256 * 1024
/** Greatest width and height of a picture, in pixels. */
export const IMAGE_LIMIT_SIDE = 4096

/** Actors of the audit that are no persons: what happens by itself, and who runs the server. */
export const SYSTEM_ACTOR = 'system'
export const OPERATOR_ACTOR = 'operator'
