import { describe, expect, test } from 'vitest'
import { parsePermission, parseTrustPolicy } from './parse-statements.ts'

describe('a permission', () => {
  test('has its operations as a text or a list (example of the published document; permission syntax)', () => {
    const text = JSON.stringify({
      statements: [
        { effect: 'allow', api: '*' },
        { effect: 'deny', api: ['Billing:*', 'Order:list*'], condition: "ipAddress('10.0.0.0/8')" },
      ],
    })
    expect(parsePermission(text, 'refused')).toEqual({
      value: {
        statements: [
          { effect: 'allow', api: ['*'] },
          { effect: 'deny', api: ['Billing:*', 'Order:list*'], condition: "ipAddress('10.0.0.0/8')" },
        ],
      },
    })
  })

  test.each([
    ['', 'it is not JSON'],
    ['{', 'it is not JSON'],
    ['null', 'it is null, not Object'],
    ['{}', 'statements is undefined'],
    ['{"statements":{}}', 'statements is Object, not Array'],
    ['{"statements":[{"api":"*"}]}', 'statements.0.effect is undefined'],
    ['{"statements":[{"effect":"perhaps","api":"*"}]}', 'statements.0.effect is "perhaps", not ("allow" | "deny")'],
    ['{"statements":[{"effect":"allow"}]}', 'statements.0.api is undefined'],
    ['{"statements":[{"effect":"allow","api":""}]}', 'statements.0.api is'],
    ['{"statements":[{"effect":"allow","api":[1]}]}', 'statements.0.api'],
    ['{"statements":[{"effect":"allow","api":"*","condition":1}]}', 'statements.0.condition is 1, not string'],
    ['{"statements":[{"effect":"allow","api":"*","condition":"1 =="}]}', 'in the condition "1 =="'],
    ['{"statements":[{"effect":"allow","api":"*","condition":"moon"}]}', 'the emulator does not know moon'],
  ])('%s is refused', (text, problem) => {
    expect(parsePermission(text, 'refused')).toEqual({ problem: expect.stringContaining(problem) })
  })

  test('may have conditions that are not known where that is set', () => {
    const text = '{"statements":[{"effect":"allow","api":"*","condition":"moon"}]}'
    expect(parsePermission(text, 'met')).toHaveProperty('value')
    expect(parsePermission(text, 'unmet')).toHaveProperty('value')
    const broken = '{"statements":[{"effect":"allow","api":"*","condition":"moon =="}]}'
    expect(parsePermission(broken, 'met')).toHaveProperty('problem')
  })
})

describe('a trust policy', () => {
  test('names users by SRN, and services that never switch (users.soracom.io, trust policy syntax)', () => {
    const soracom = ['srn:soracom:OP1::Operator:OP1', 'srn:soracom:OP1::User:example']
    const statements = [
      { effect: 'allow', principal: { soracom }, condition: 'currentDate >= date(2023, 07, 01)' },
      { effect: 'allow', principal: { service: ['Flux'] } },
    ]
    expect(parseTrustPolicy(JSON.stringify({ statements }), 'refused')).toEqual({
      value: {
        statements: [
          { effect: 'allow', principals: soracom, condition: 'currentDate >= date(2023, 07, 01)' },
          { effect: 'allow', principals: [] },
        ],
      },
    })
  })

  test('needs a principal', () => {
    expect(parseTrustPolicy('{"statements":[{"effect":"allow"}]}', 'refused')).toEqual({
      problem: expect.stringContaining('statements.0.principal is undefined'),
    })
  })
})
