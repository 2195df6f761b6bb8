import * as alertComments from './alert-comments'
import * as alertRecords from './alert-records'
import * as alerts from './alerts'
import * as apiTokens from './api-tokens'
import * as deliveries from './deliveries'
import * as destinationTypes from './destination-types'
import * as destinations from './destinations'
import type { Operation } from './operation'
import * as routing from './routing'

/** A resource exports its operations and nothing else. */
const RESOURCES = [alerts, alertRecords, alertComments, destinations, destinationTypes, deliveries, routing, apiTokens]

/** Every call of the API, in the order of the documentation. */
export const operations: readonly Operation[] = RESOURCES.flatMap((resource) => Object.values<Operation>(resource))
