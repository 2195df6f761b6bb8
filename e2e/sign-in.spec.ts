import { ADMINISTRATOR, expect, SIGNED_OUT, test } from './fixtures'
import { hydrated, visit } from './house/hydrated'
import { SignInPage } from './pages/sign-in-page'

test.use({ storageState: SIGNED_OUT })

test('a wrong password is said at the form, which keeps the e-mail address', async ({ page }) => {
  const signIn = new SignInPage(page)
  await signIn.open()
  await signIn.signIn({ ...ADMINISTRATOR, password: 'not-the-password' })
  await expect(page.getByText('The e-mail address or the password is wrong.')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue(ADMINISTRATOR.email)
})

test('signing in leads back to the page that was asked for', async ({ page }) => {
  await visit(page, '/settings/general')
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings%2Fgeneral')
  await new SignInPage(page).signIn(ADMINISTRATOR)
  await expect(page).toHaveURL('/settings/general')
})

test('an address of another site is never where signing in leads', async ({ page }) => {
  const signIn = new SignInPage(page)
  await signIn.open('//evil.example.com/destinations')
  await signIn.signIn(ADMINISTRATOR)
  await expect(page).toHaveURL('/destinations')
})

test('signing out ends the session, here and for whoever holds the cookie', async ({ page, context }) => {
  const signIn = new SignInPage(page)
  await signIn.open('/settings/general')
  await signIn.signIn(ADMINISTRATOR)
  await expect(page).toHaveURL('/settings/general')
  await hydrated(page)
  const { cookies } = await context.storageState()
  await page.getByRole('button', { name: 'ada', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await context.addCookies(cookies)
  await visit(page, '/settings/general')
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings%2Fgeneral')
})

test('a session that expired leads to the sign-in page and back to where one was', async ({ page, console }) => {
  const signIn = new SignInPage(page)
  await signIn.open()
  await signIn.signIn(ADMINISTRATOR)
  await expect(page).toHaveURL('/destinations')
  const sessions = await page.context().cookies()
  // A page that stays open asks for news, and is refused them.
  await page.goto('about:blank')
  const token = sessions.map(({ value }) => decodeURIComponent(value).split('.')[0])
  await console.sql(`UPDATE session SET expires_at = now() - interval '1 minute' WHERE token = ANY($1)`, [token])
  await visit(page, '/settings/general')
  await expect(page).toHaveURL('/sign-in?next=%2Fsettings%2Fgeneral')
  await signIn.signIn(ADMINISTRATOR)
  await expect(page).toHaveURL('/settings/general')
})

test('guessing is slowed, even for the right password, and for this account alone', async ({ page, console }) => {
  const signIn = new SignInPage(page)
  await signIn.open()
  const target = { email: 'guessed@example.com', password: 'not-the-password' }
  for (let tries = 0; tries < 6; tries++) {
    await signIn.signIn(target)
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  }
  await expect(page.getByText(/^Too many tries\. Wait 1?\d minutes, then sign in again\.$/)).toBeVisible()
  await signIn.signIn(ADMINISTRATOR)
  await expect(page).toHaveURL('/destinations')
  await console.sql(`DELETE FROM throttle`)
})
