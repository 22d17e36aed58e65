import type { ClassSettings } from './settings'

/** The settings as a form shows them: minutes in place of seconds. */
export interface ClassFields {
  readonly name: string
  readonly zone: string
  readonly dayStart: string
  readonly failingRuns: number
  readonly stuckAfterMinutes: number
  readonly awayAfterMinutes: number
  readonly consentRequired: boolean
}

export function fieldsOf({ name, zone, dayStart, rules, consentRequired }: ClassSettings): ClassFields {
  return {
    name,
    zone,
    dayStart,
    consentRequired,
    failingRuns: rules.failingRuns,
    stuckAfterMinutes: rules.stuckAfterSeconds / 60,
    awayAfterMinutes: rules.awayAfterSeconds / 60,
  }
}

export function settingsOf(fields: ClassFields): ClassSettings {
  const { name, zone, dayStart, failingRuns, stuckAfterMinutes, awayAfterMinutes, consentRequired } = fields
  const rules = {
    failingRuns,
    stuckAfterSeconds: Math.round(stuckAfterMinutes * 60),
    awayAfterSeconds: Math.round(awayAfterMinutes * 60),
  }
  return { name: name.trim(), zone, dayStart, rules, consentRequired }
}
