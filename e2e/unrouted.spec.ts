import { expect, test, unique } from './fixtures'
import { AlertPage } from './pages/alert-page'
import { AlertsPage } from './pages/alerts-page'

test('an alert that nobody takes is counted in the sidebar, found by its filter, and says why', async ({
  page,
  given,
  console,
}) => {
  const refuses = await given.destination({ severities: ['CRITICAL'] })
  const typo = unique('no-such-destination')
  const unrouted = await given.alert({ severity: 'MEDIUM', destinations: [typo] })
  const routed = await given.alert({ destinations: ['SKIP'] })
  const alerts = new AlertsPage(page)
  await alerts.open()
  await expect(alerts.row(unrouted.title)).toContainText('Unrouted')
  await expect(alerts.row(routed.title)).toContainText('Skipped by its detection')

  const [open] = await console.sql(
    `SELECT count(*)::int AS count FROM alert WHERE outcome = 'unrouted' AND status = 'OPEN' AND type = 'RULE'`,
  )
  await expect(alerts.waiting('Unrouted')).toHaveText(`Unrouted${open?.count}`)
  await alerts.waiting('Unrouted').click()
  await expect(page).toHaveURL('/alerts?unrouted=true')
  await expect(page.getByRole('button', { name: 'Unrouted' })).toHaveAttribute('aria-pressed', 'true')
  await expect(alerts.row(routed.title)).toHaveCount(0)

  await alerts.link(unrouted.title).click()
  const alert = new AlertPage(page)
  await expect(page.getByText('It reached nobody')).toBeVisible()
  await page.getByRole('button', { name: 'See why' }).click()
  await expect(alert.routing()).toContainText('Unrouted')
  await expect(alert.routing()).toContainText(`destinations() returned “${typo}”, which names no destination.`)
  await expect(alert.notChosen(refuses.displayName)).toContainText('MEDIUM is not among CRITICAL')
})
