import { describe, expect, test } from 'vitest'
import { isMet, unknownTerms } from './is-met.ts'
import { parseCondition } from './parse-condition.ts'
import { facts } from './testing/facts.ts'

const isTrue = (text: string, more: Parameters<typeof facts>[0] = {}): boolean =>
  isMet(parseCondition(text), facts(more))

describe('a condition', () => {
  test('of a date and an address is met where both are (example of the permission syntax, users.soracom.io)', () => {
    const text = "currentDate >= date(2023, 02, 01) and ipAddress('10.0.0.0/24')"
    const nowMs = Date.UTC(2023, 1, 1)
    expect(isTrue(text, { nowMs, ipAddress: '10.0.0.255' })).toBe(true)
    expect(isTrue(text, { nowMs, ipAddress: '10.0.1.0' })).toBe(false)
    expect(isTrue(text, { nowMs: nowMs - 1, ipAddress: '10.0.0.255' })).toBe(false)
  })

  test("of the user's own path is met for that user (example of the default permissions, users.soracom.io)", () => {
    const text = "pathVariable('user_name') == samUserName"
    expect(isTrue(text, { params: { user_name: 'me' }, samUserName: 'me' })).toBe(true)
    expect(isTrue(text, { params: { user_name: 'other' }, samUserName: 'me' })).toBe(false)
    expect(isTrue(text, { params: {}, samUserName: 'me' })).toBe(false)
    expect(isTrue(text, { params: {}, samUserName: undefined })).toBe(false)
  })

  test('tells the date in its zone', () => {
    const nowMs = Date.UTC(2026, 0, 31, 15)
    expect(isTrue('currentDate == date(2026, 1, 31)', { nowMs })).toBe(true)
    expect(isTrue('currentDate == date(2026, 2, 1)', { nowMs, zoneOffsetMinutes: 540 })).toBe(true)
  })

  test.each([
    ['1 == 1', true],
    ['1 != 1', false],
    ['\'a\' == "a"', true],
    ["'a' != 'b'", true],
    ['2 > 1', true],
    ['2 < 1', false],
    ['1 >= 1', true],
    ['1 <= 0', false],
    ["1 == '1'", false],
    ["1 != '1'", false],
    ['1', false],
    ["'text'", false],
    ['not 1 == 2', true],
    ['not not 1 == 1', true],
    ['1 == 1 and 1 == 2', false],
    ['1 == 1 or 1 == 2', true],
    // `and` binds more than `or`.
    ['1 == 1 or 1 == 1 and 1 == 2', true],
    ['(1 == 1 or 1 == 1) and 1 == 2', false],
    ['not (1 == 1 and 1 == 2)', true],
  ])('%s is %s', (text, value) => {
    expect(isTrue(text)).toBe(value)
  })

  test.each([
    '',
    '  ',
    '1 ==',
    '== 1',
    '(1 == 1',
    '1 == 1)',
    'and',
    'date(2026, 1',
    'date(2026,)',
    "samUserName == 'unclosed",
    'samUserName samUserName',
    '1 & 1',
    `${'('.repeat(60)}1${')'.repeat(60)}`,
    `${'not '.repeat(60)}1`,
    `${'date('.repeat(60)}1${')'.repeat(60)}`,
  ])('%j is none', (text) => {
    expect(() => parseCondition(text)).toThrow(SyntaxError)
  })

  test.each([
    ['currentDate >= date(2026, 1, 1)', []],
    ['currentMoon > 1 and not fullMoon()', ['currentMoon', 'fullMoon(…)']],
    // Known, but not with these arguments.
    ["date('2026')", ['date(…)']],
    ["ipAddress('10.0.0.0/33')", ['ipAddress(…)']],
    ["ipAddress('10.0.0.0/')", ['ipAddress(…)']],
    ['pathVariable(samUserName)', ['pathVariable(…)']],
    ["constructor == 'x'", ['constructor']],
  ])('%s has words that are not known: %j', (text, terms) => {
    expect(unknownTerms(parseCondition(text))).toEqual(terms)
  })
})
