import { password, type TestOperator, type TestSandbox, toOperator } from './open-sandbox.ts'

/** The same operator with a new token, once the clock has been moved beyond the life of its last one. */
export async function logInAgain(sandbox: TestSandbox, { email }: TestOperator): Promise<TestOperator> {
  return toOperator(sandbox.call, email, (await sandbox.call('POST', '/auth', { email, password })).body)
}
