import type { DestinationView } from '@/lib/contracts/destination'
import type { FieldView } from '@/lib/contracts/destination-type'

/** An optional, public line of text unless said otherwise. */
export function aField(part: Partial<FieldView> & Pick<FieldView, 'name' | 'label'>): FieldView {
  return { widget: 'text', isRequired: false, isSecret: false, decidesHost: false, canGenerate: false, ...part }
}

/** A saved destination that takes one severity and one alert type. */
export function aSaved(part: Partial<DestinationView>): DestinationView {
  return {
    id: '5f0c1b1e-0d7a-4a57-9b6c-0a4b5d1c2e3f',
    displayName: 'saved',
    type: 'custom-webhook',
    typeName: 'Custom Webhook',
    target: 'saved',
    severities: ['CRITICAL'],
    alertTypes: ['RULE'],
    logTypes: [],
    isPaused: false,
    isExplicitOnly: false,
    health: { state: 'never-used', failures24h: 0, unfinished: 0 },
    detectionCount: 0,
    version: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
    createdAt: '2026-01-01T00:00:00.000Z',
    settings: {},
    secrets: [],
    delivery: {},
    fallback: null,
    fallbackFor: [],
    detections: [],
    ...part,
  }
}
