import { customAlphabet } from 'nanoid'

/** An id for the e-mail addresses of one session, in small letters and digits, as addresses ignore case. */
export const newSessionId: () => string = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 12)
