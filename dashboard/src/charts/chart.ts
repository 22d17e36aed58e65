/** One row of figures of a chart, and of a column of the table behind it. */
export interface Series {
  readonly name: string
  /** One value for each label; null where there is none. */
  readonly values: readonly (number | null)[]
  /** Which of the Okabe-Ito hues, by their token. */
  readonly hue: 'asking' | 'failing' | 'stuck' | 'finished' | 'technical' | 'fill'
  /** Told from the others without colour too. */
  readonly dashed?: boolean
  /** Filled down to the axis. */
  readonly filled?: 'axis'
}

/** What a chart shows. */
export interface ChartContent {
  readonly kind: 'line' | 'bar'
  readonly labels: readonly string[]
  readonly series: readonly Series[]
  readonly stacked?: boolean
  /** The greatest value of the axis; the greatest of the values when absent. */
  readonly most?: number
  readonly percent?: boolean
  readonly xTitle?: string
  readonly yTitle?: string
}
