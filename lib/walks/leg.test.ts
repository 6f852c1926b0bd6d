import { describe, expect, test } from 'vitest';
import type { EdgeKind } from '@/lib/routing/network';
import { measureLeg } from './leg';
import type { WalkSection } from './measures';

const section = (startMeters: number, kind: EdgeKind, more: object = {}): WalkSection =>
  ({ startMeters, seconds: 60, edge: { kind, confidence: 'sourced', ...more } }) as WalkSection;
const walk = [
  section(0, 'footway'),
  section(100, 'steps', { stepCount: 40 }),
  section(150, 'footway'),
  section(250, 'escalator'),
  section(350, 'street', { confidence: 'poor' }),
  section(450, 'elevator'),
  section(460, 'steps'),
];

describe('what lies between two stops', () => {
  test('only the sections between them count', () => {
    expect(measureLeg(walk, 0, 100)).toEqual({ seconds: 60, hasStairs: false, steps: 0, isStepFree: true });
    expect(measureLeg(walk, 0, 250)).toMatchObject({
      seconds: 180,
      hasStairs: true,
      steps: 40,
      isStepFree: false,
    });
  });
  test('stairs nobody counted have no number', () => {
    expect(measureLeg(walk, 450, 600)).toMatchObject({ hasStairs: true, steps: undefined });
  });
  test('a lift is free of steps; an escalator, a way nobody surveyed, and nothing at all are not called so', () => {
    expect(measureLeg(walk, 450, 460).isStepFree).toBe(true);
    expect(measureLeg(walk, 150, 350).isStepFree).toBe(false);
    expect(measureLeg(walk, 350, 450).isStepFree).toBe(false);
    expect(measureLeg(walk, 600, 700).isStepFree).toBe(false);
  });
});
