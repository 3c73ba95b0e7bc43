/** Whether a password is acceptable: 8 to 100 characters with a lower-case letter, an upper-case letter and a digit. */
export function isAcceptablePassword(password: string): boolean {
  return /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,100}$/s.test(password)
}

/** Whether a text is an e-mail address, as far as anybody can tell without sending to it. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text)
}
