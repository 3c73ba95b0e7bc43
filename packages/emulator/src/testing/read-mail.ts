import type { TestSandbox } from './open-sandbox.ts'

/** A mail as the emulator's mailbox shows it. */
export interface TestMail {
  readonly kind: string
  readonly email: string
  readonly token: string
  readonly sentTime: number
}

/** The mails of an address, the newest first. */
export async function readMails({ emulator }: TestSandbox, email: string): Promise<readonly TestMail[]> {
  const url = `/_emulator/mail?${new URLSearchParams({ email })}`
  const { body } = await emulator.handle({ method: 'GET', url })
  return JSON.parse(body).mails
}

/** The token of the newest mail of an address. */
export async function readMailToken(sandbox: TestSandbox, email: string): Promise<string> {
  return (await readMails(sandbox, email))[0]?.token ?? ''
}
