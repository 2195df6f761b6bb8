/** What detections made elsewhere would hand over: the worked example first, and one of each thing worth looking at. */
export const DEMO_ALERTS = [
  {
    detectionId: 'Okta.User.LockedOut',
    type: 'RULE',
    severity: 'LOW',
    logTypes: ['Okta.SystemLog'],
    title: 'Okta user locked out: ada.lovelace@example.com',
    destinations: ['dev-alert-destinations', 'tines-okta-user-lock-out'],
    alertContext: { actor: 'Ada Lovelace', id: '00u1a2b3c4d5e6f7g8h9' },
  },
  {
    detectionId: 'Okta.User.LockedOut',
    type: 'RULE',
    severity: 'LOW',
    logTypes: ['Okta.SystemLog'],
    title: 'Okta user locked out: grace.hopper@example.com',
    // As a typing error in destinations() comes out: the entry that resolves is used all the same.
    destinations: ['dev-general', 'dev-genral'],
    alertContext: { actor: 'Grace Hopper', id: '00u9h8g7f6e5d4c3b2a1' },
  },
  {
    detectionId: 'AWS.Root.ConsoleLogin',
    type: 'RULE',
    severity: 'CRITICAL',
    logTypes: ['AWS.CloudTrail'],
    title: 'Root signed in to account 123456789012',
    alertContext: { account: '123456789012', sourceIpAddress: '203.0.113.7', mfa: false },
  },
  {
    detectionId: 'GitHub.Repository.MadePublic',
    type: 'RULE',
    severity: 'HIGH',
    logTypes: ['GitHub.Audit'],
    title: 'Repository acme/payments was made public',
    alertContext: { repository: 'acme/payments', actor: 'hopper' },
    dedup: 'acme/payments',
  },
  {
    detectionId: 'Identity.Administrators.Dormant',
    type: 'SCHEDULED_RULE',
    severity: 'HIGH',
    logTypes: [],
    title: '3 administrators have not signed in for 90 days',
    alertContext: { administrators: ['turing', 'lovelace', 'hopper'] },
  },
] as const
