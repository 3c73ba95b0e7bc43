import { describe, expect, test } from 'vitest'
import { isPermitted, matchesApi } from './is-permitted.ts'
import { maySwitch, toUserSrn } from './may-switch.ts'
import type { Permission, Statement } from './parse-statements.ts'
import { facts } from './testing/facts.ts'

const allow = (...api: string[]): Statement => ({ effect: 'allow', api })
const deny = (...api: string[]): Statement => ({ effect: 'deny', api })
const of = (...statements: Statement[]): Permission => ({ statements })
const mayRead = (...permissions: Permission[]): boolean => isPermitted(permissions, 'Subscriber:getSubscriber', facts())

describe('a pattern', () => {
  test.each([
    ['*', true],
    ['Subscriber:*', true],
    ['Subscriber:get*', true],
    ['Subscriber:getSubscriber', true],
    ['*:getSubscriber', true],
    ['*getSubscriber', true],
    ['S*:get*r', true],
    ['**', true],
    ['*get*Sub*', true],
    ['Subscriber:getSubscriber*', true],
    ['Subscriber:list*', false],
    ['Subscriber', false],
    ['Subscriber:', false],
    ['Sim:*', false],
    ['subscriber:*', false],
    ['Subscriber:getSubscriberX*', false],
    ['getSubscriber', false],
    // The parts may not overlap.
    ['Subscriber:getSubscriber*r', false],
    ['.*', false],
    ['', false],
    [`${'*r'.repeat(5000)}x`, false],
  ])('%.40s matches Subscriber:getSubscriber: %s', (pattern, matches) => {
    expect(matchesApi(pattern, 'Subscriber:getSubscriber')).toBe(matches)
  })
})

describe('a call', () => {
  test('is refused where no statement speaks of it', () => {
    expect(mayRead()).toBe(false)
    expect(mayRead(of())).toBe(false)
    expect(mayRead(of(allow('Sim:*'), deny('Group:*')))).toBe(false)
  })

  // Every way to allow, deny or pass over in three permissions: the user's own, a role's, and the default ones.
  const effects = ['allow', 'deny', 'neither'] as const
  const cases = effects.flatMap((own) => effects.flatMap((role) => effects.map((all) => [own, role, all] as const)))
  test.each(cases)(
    'that is %s by the user, %s by a role and %s by default is let through if some allow and none deny (users.soracom.io)',
    (...wanted) => {
      const permissions = wanted.map((effect) => {
        if (effect === 'neither') return of(allow('Group:*'))
        return of(effect === 'allow' ? allow('Subscriber:*') : deny('*:getSubscriber'))
      })
      const expected = wanted.includes('allow') && !wanted.includes('deny')
      expect(mayRead(...permissions)).toBe(expected)
      expect(mayRead(...permissions.toReversed())).toBe(expected)
      expect(mayRead(of(...permissions.flatMap(({ statements }) => statements)))).toBe(expected)
    },
  )

  test('is judged by the statements whose condition is met', () => {
    const statement = (effect: 'allow' | 'deny', condition: string): Statement => ({ effect, api: ['*'], condition })
    const [met, unmet] = ["samUserName == 'me'", "samUserName == 'other'"]
    expect(mayRead(of(statement('allow', met)))).toBe(true)
    expect(mayRead(of(statement('allow', unmet)))).toBe(false)
    expect(mayRead(of(allow('*'), statement('deny', met)))).toBe(false)
    expect(mayRead(of(allow('*'), statement('deny', unmet)))).toBe(true)
  })

  test('meets a condition that is not known, or does not, as is set', () => {
    const permissions = [of({ effect: 'allow', api: ['*'], condition: 'not fullMoon()' })]
    expect(isPermitted(permissions, 'A:b', facts({ unknownConditions: 'met' }))).toBe(true)
    expect(isPermitted(permissions, 'A:b', facts({ unknownConditions: 'unmet' }))).toBe(false)
  })
})

describe('switching to a user', () => {
  const me = toUserSrn('OP1', 'me')
  const trust = (principals: string[], effect: 'allow' | 'deny' = 'allow') => ({ effect, principals })

  test('takes the whole SRN of who switches', () => {
    expect(me).toBe('srn:soracom:OP1::User:me')
    expect(toUserSrn('OP1', undefined)).toBe('srn:soracom:OP1::Operator:OP1')
    expect(maySwitch([trust([me])], me, facts())).toBe(true)
    expect(maySwitch([trust([toUserSrn('OP1', undefined)])], me, facts())).toBe(false)
    expect(maySwitch([], me, facts())).toBe(false)
  })

  test('knows no wildcards (users.soracom.io, trust policy syntax)', () => {
    expect(maySwitch([trust(['*', 'srn:soracom:OP1::User:*'])], me, facts())).toBe(false)
  })

  test('is refused by a statement that denies, and by one whose condition is not met', () => {
    expect(maySwitch([trust([me]), trust([me], 'deny')], me, facts())).toBe(false)
    expect(maySwitch([{ ...trust([me]), condition: "ipAddress('10.0.0.0/8')" }], me, facts())).toBe(false)
  })
})
