import type { Target } from "./measurement.ts"

/** Formats a value with its unit: integers and values from 100 without decimals, others with three digits. */
export function format(value: number, unit?: Target["unit"]): string {
  if (unit === "×") return ratio(value)
  if (unit === "packages") return `${value} ${value === 1 ? "package" : "packages"}`
  if (unit === "kB" && value >= 1000) return `${digits(value / 1000)} MB`
  return unit ? `${digits(value)} ${unit}` : digits(value)
}

/** Formats a ratio. */
export function ratio(value: number): string {
  return `${value < 10 ? value.toFixed(2) : digits(value)} ×`
}

function digits(value: number): string {
  const isWhole = Number.isInteger(value) || value >= 100
  return isWhole ? Math.round(value).toLocaleString("en") : value.toPrecision(3)
}
