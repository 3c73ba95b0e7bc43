/** What the home page has above its text. */
export const home = {
  layout: 'home',
  hero: {
    name: 'soracom-fixtures',
    text: 'Say what must exist. Test it.',
    tagline:
      'Typed fixtures for the SORACOM API Sandbox, for Vitest and Jest. Without credentials the same tests run on an embedded emulator.',
    actions: [
      { theme: 'brand', text: 'Get started', link: '/getting-started' },
      { theme: 'alt', text: 'What to declare', link: '/declaring' },
      { theme: 'alt', text: 'Recipes', link: '/recipes' },
    ],
  },
  features: [
    {
      title: 'Declared, not scripted',
      details: 'Operators, SIMs, orders, traffic and coupons are plain values that refer to each other.',
      link: '/declaring',
    },
    {
      title: 'Checked before the first call',
      details: 'Everything that is wrong with a set is told at once, with the line that it was declared on.',
      link: '/errors#fixture_plan',
    },
    {
      title: 'Nothing is left behind',
      details: 'Operators are deleted after the tests, also when the run was killed.',
      link: '/cleanup',
    },
    {
      title: 'An emulator that bills',
      details: 'A stateful sandbox in the run itself, or as a server for any language, with a clock that you move.',
      link: '/emulator',
    },
  ],
}
