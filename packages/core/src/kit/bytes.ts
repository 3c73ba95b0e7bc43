/** Kibibytes (1,024 bytes) as bytes. */
export const kib = (amount: number): number => toBytes(amount, 1024)

/** Mebibytes (1,048,576 bytes) as bytes. */
export const mib = (amount: number): number => toBytes(amount, 1024 ** 2)

/** Gibibytes (1,073,741,824 bytes) as bytes. */
export const gib = (amount: number): number => toBytes(amount, 1024 ** 3)

/** Kilobytes (1,000 bytes) as bytes. */
export const kb = (amount: number): number => toBytes(amount, 1000)

/** Megabytes (1,000,000 bytes) as bytes. */
export const mb = (amount: number): number => toBytes(amount, 1000 ** 2)

/** Gigabytes (1,000,000,000 bytes) as bytes. */
export const gb = (amount: number): number => toBytes(amount, 1000 ** 3)

function toBytes(amount: number, unit: number): number {
  return Math.round(amount * unit)
}
