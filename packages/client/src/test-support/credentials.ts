/** Credentials of a test, with a login. */
export const credentials = {
  apiKey: 'api-11111111-2222-3333-4444-555555555555',
  token: 'eyJhbGciOiJSUzI1NiJ9.eyJvcGVyYXRvciI6e319.c2lnbmF0dXJl',
  operatorId: 'OP0012345678',
  login: { email: 'someone@example.com', password: 'Passw0rd-of-someone' },
} as const
