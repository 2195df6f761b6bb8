// Loaded before a process's own modules: SIGUSR2 sets its clock an hour ahead, the next an hour back, and so on. What is
// monotonic goes on as it does when an operator or NTP steps the clock.
const STEP_MS = 3_600_000

const RealDate = Date
let shiftMs = 0
const now = () => RealDate.now() + shiftMs

process.on('SIGUSR2', () => {
  shiftMs = shiftMs > 0 ? -STEP_MS : STEP_MS
})

globalThis.Date = new Proxy(RealDate, {
  construct: (real, given, target) => Reflect.construct(real, given.length === 0 ? [now()] : given, target),
  apply: () => new RealDate(now()).toString(),
  get: (real, name, receiver) => (name === 'now' ? now : Reflect.get(real, name, receiver)),
})
