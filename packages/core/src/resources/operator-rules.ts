import type { Rules } from '../planning/rules.ts'
import type { OperatorOptions } from './operator.ts'
import { countSignupCalls } from './signup-options.ts'

/** How an operator is planned. */
export const operatorRules: Rules<OperatorOptions> = {
  calls: (options) => countSignupCalls(options) + (options.authKey ? 1 : 0),
  check: checkOptions,
  claims: ({ email }) => (email ? [{ key: `email:${email}`, what: 'the e-mail address' }] : []),
}

function checkOptions(options: OperatorOptions): string[] {
  const problems: string[] = []
  const { coverageTypes, email, password, signup } = options
  if (coverageTypes?.length === 0) problems.push('coverageTypes is empty; give "jp", "g" or both')
  for (const coverageType of coverageTypes ?? []) {
    if (coverageType !== 'jp' && coverageType !== 'g') {
      problems.push(`coverage type ${JSON.stringify(coverageType)} is unknown; there are "jp" and "g"`)
    }
  }
  if (email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(email)) problems.push('email is no e-mail address')
  if (password !== undefined && !isAcceptablePassword(password)) {
    problems.push('password needs 8 to 100 characters with a lower-case letter, an upper-case letter and a digit')
  }
  if (signup !== undefined && signup !== 'init' && signup !== 'stepwise') {
    problems.push(`signup must be "init" or "stepwise", not ${JSON.stringify(signup)}`)
  }
  if (signup === 'stepwise' && coverageTypes && !coverageTypes.includes('jp')) {
    problems.push("an operator that signs up stepwise always has coverage type jp; add it, or use signup: 'init'")
  }
  return problems
}

// What the published policy says; symbols are allowed.
function isAcceptablePassword(password: string): boolean {
  return /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,100}$/s.test(password)
}
