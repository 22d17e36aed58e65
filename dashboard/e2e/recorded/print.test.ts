import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from '../browser'
import { picture } from '../pictures'
import { CLASS } from '../recording/recorded-class'
import { TEACHER } from '../recording/rest'
import { RecordingServer } from '../recording/server'
import { signIn } from '../sign-in'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function reportOf(students: number, check: (page: Page) => Promise<void>): Promise<void> {
  const server = await RecordingServer.start({ students })
  const { page } = await openPage(browser, { locale: 'ja-JP', colorScheme: 'dark' })
  try {
    const student = server.class.students[3]?.student ?? ''
    await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}/report?student=${student}`, TEACHER)
    await page.locator('.report-summary').waitFor()
    await page.locator('.student-panel h2').waitFor()
    await check(page)
  } finally {
    await page.context().close()
    await server.stop()
  }
}

test('on paper the report is black on white, and nothing but the report', () =>
  reportOf(40, async (page) => {
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 700, height: 1000 })
    await picture(page, 'report-on-paper')
    for (const hidden of ['.header', '.view-links', '.view-tools', '.student-panel', '.undo-area', '.skip']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    }
    const colours = await page
      .locator('.report-summary li')
      .first()
      .evaluate((line) => {
        const backgrounds: string[] = []
        for (let around: Element | null = line; around; around = around.parentElement) {
          const { backgroundColor } = getComputedStyle(around)
          if (backgroundColor !== 'rgba(0, 0, 0, 0)') backgrounds.push(backgroundColor)
        }
        return { ink: getComputedStyle(line).color, backgrounds: [...new Set(backgrounds)] }
      })
    expect(colours).toEqual({ ink: 'rgb(0, 0, 0)', backgrounds: ['rgb(255, 255, 255)'] })
    const names = await page.locator('.figures').first().locator('tbody th').count()
    expect(names).toBe(40)
  }))

test('a class of 200 takes several pages, all of its students on them', () =>
  reportOf(200, async (page) => {
    const paper = await page.pdf({ format: 'A4' })
    const pages = [...paper.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length
    expect(pages).toBeGreaterThanOrEqual(5)
    expect(pages).toBeLessThanOrEqual(20)
  }))
