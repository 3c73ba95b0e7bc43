/// <reference lib="esnext.disposable" />
import { CoverageType, Currency } from "@soracom-fixtures/api";
import { RateCard } from "@soracom-fixtures/api/billing";

//#region src/rules/billing/bill-usage.d.ts
/** What one SIM used, as it is inserted into the sandbox. */
interface Usage {
  readonly subscription: string;
  readonly bundles: readonly string[];
  /** Of its operator. */
  readonly coverageTypes: readonly CoverageType[];
  /** By speed class: upload bytes and download bytes. */
  readonly air?: readonly {
    readonly unixtimeSeconds: number;
    readonly bytes: UsageCounts;
  }[];
  /** By protocol: one count. */
  readonly beam?: readonly {
    readonly unixtimeSeconds: number;
    readonly requests: UsageCounts;
  }[];
}
/** Counts by name. */
type UsageCounts = Readonly<Record<string, readonly number[]>>;
/** What usage costs, without tax, fees and coupons. Days and months are of UTC. */
interface UsageAmounts {
  /** The name of the rate card. */
  readonly tariff: string;
  readonly currency: Currency;
  /** By `yyyy-MM`, then by bill item. */
  readonly byMonth: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By `yyyy-MM-dd`, then by bill item. */
  readonly byDay: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What the card lacks for it. */
  readonly unpriced: readonly string[];
}
/**
 * Prices what one SIM used as if nothing else were used: allowances of its bundles and free requests are all its own.
 * Other fees, tax and coupons are not in it.
 */
declare function billUsage(usage: Usage, card: RateCard): UsageAmounts;
//#endregion
export { type Usage, type UsageAmounts, billUsage };