/** Why a text cannot be sent as one SMS. */
export interface SmsProblem {
  readonly code: 'EMU0184' | 'EMU0185'
  readonly args: readonly (string | number)[]
}

/**
 * Why a text cannot be sent by an encoding, or nothing. GSM 7-bit (1) takes 160 characters of its own alphabet, some of
 * which count twice; UCS-2 (2) takes 70 of any (published document).
 */
export function toSmsProblem(text: string, encoding: 1 | 2): SmsProblem | undefined {
  if (encoding === 2) return text.length > 70 ? tooLong(text.length, 70) : undefined
  const foreign = [...text].find((character) => !basic.has(character) && !extended.has(character))
  if (foreign !== undefined) return { code: 'EMU0185', args: [foreign] }
  const length = [...text].reduce((sum, character) => sum + (extended.has(character) ? 2 : 1), 0)
  return length > 160 ? tooLong(length, 160) : undefined
}

function tooLong(length: number, most: number): SmsProblem {
  return { code: 'EMU0184', args: [length, most] }
}

// 3GPP TS 23.038: the default alphabet, and what is reached through its escape.
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extended = new Set('\f^{}\\[~]|€')
