import { AppError } from '../errors'

/** Why an alert that retention emptied is not sent again. */
export const EMPTIED = 'Retention took what this alert said, so there is nothing left to send.'

export const underWay = (destination: string) =>
  new AppError(
    'conflict',
    `This alert is on its way to ${destination} already. Wait until that delivery is finished, or cancel it.`,
  )
