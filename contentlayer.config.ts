import { defineDocumentType, makeSource } from 'contentlayer2/source-files';

/*
 * Contentlayer finds the files, reads YAML and front matter and compiles the stories. What a record must hold is said
 * once, in the zod schemas of lib/ (see lib/content/check.ts): so every field is optional here and only its kind is named.
 */
const json = { type: 'json' } as const;

export const Walk = defineDocumentType(() => ({
  name: 'Walk',
  filePathPattern: 'walks/*/walk.yaml',
  contentType: 'data',
  fields: {
    id: json,
    order: json,
    status: json,
    themes: json,
    night: json,
    best: json,
    wheelchair: json,
    cover: json,
    seal: json,
    sheet: json,
    line: json,
    waypoints: json,
    stepFree: json,
    arrive: json,
    leave: json,
    checks: json,
    sources: json,
    checked: json,
  },
}));

export const Story = defineDocumentType(() => ({
  name: 'Story',
  filePathPattern: 'walks/*/*.mdx',
  contentType: 'mdx',
  fields: {
    title: json,
    tagline: json,
    summary: json,
    waypoints: json,
    arrive: json,
    leave: json,
    stepFree: json,
    checks: json,
  },
}));

export const Place = defineDocumentType(() => ({
  name: 'Place',
  filePathPattern: 'places/*.yaml',
  contentType: 'data',
  fields: {
    id: json,
    kind: json,
    position: json,
    accuracyMeters: json,
    positionSource: json,
    elevation: json,
    name: json,
    summary: json,
    about: json,
    access: json,
    wheelchair: json,
    opening: json,
    hours: json,
    fee: json,
    feeWords: json,
    checkOnTheDay: json,
    stations: json,
    confidence: json,
    sources: json,
    checked: json,
  },
}));

export const Station = defineDocumentType(() => ({
  name: 'Station',
  filePathPattern: 'stations/*.yaml',
  contentType: 'data',
  fields: {
    id: json,
    name: json,
    lines: json,
    position: json,
    accuracyMeters: json,
    positionSource: json,
    access: json,
    confidence: json,
    sources: json,
    checked: json,
  },
}));

export const Kind = defineDocumentType(() => ({
  name: 'Kind',
  filePathPattern: 'feedback/*.yaml',
  contentType: 'data',
  fields: {
    code: json,
    order: json,
    group: json,
    name: json,
    description: json,
    keywords: json,
    needsPlace: json,
    promise: json,
    questions: json,
  },
}));

export const Glossary = defineDocumentType(() => ({
  name: 'Glossary',
  filePathPattern: 'glossary.yaml',
  contentType: 'data',
  fields: { terms: json },
}));

export default makeSource({
  contentDirPath: process.env.CONTENT_DIR ?? 'content',
  // Sheets are read with their pictures (lib/sketch/server).
  contentDirExclude: [
    'README.md',
    'network',
    'base',
    'notices',
    'services',
    'areas',
    'days-off',
    'walks/*/sheet.yaml',
  ],
  documentTypes: [Walk, Story, Place, Station, Kind, Glossary],
  onMissingOrIncompatibleData: 'fail',
  onUnknownDocuments: 'fail',
  onExtraFieldData: 'fail',
  disableImportAliasWarning: true,
});
