// What is said around the working surface: many files, settings, the kept draft, and the page's own troubles. A part of
// PageStrings, in a file of its own because it belongs to the application and not to its panels.

type Count = (count: number) => string;

export interface SurroundingsStrings {
  settingsButton: string;
  filesButton: Count;

  batch: {
    title: string;
    openFolder: string;
    back: string;
    progress: (done: number, all: number) => string;
    finished: (all: number, failed: number) => string;
    cancelled: (done: number, all: number) => string;
    cancel: string;
    saveTable: string;
    saveReports: string;
    tableName: string;
    reportsName: string;
    file: string;
    speeches: string;
    characters: string;
    minutes: string;
    encoding: string;
    waiting: string;
    notRead: string;
    noTexts: string;
    sortBy: (column: string) => string;
  };

  settings: {
    title: string;
    appearance: string;
    theme: string;
    themes: Record<"system" | "light" | "dark", string>;
    measures: string;
    speakingRate: string;
    speakingRateUnit: string;
    overlongParagraph: string;
    overlongParagraphUnit: string;
    levels: string;
    levelsHint: string;
    level: Count;
    noLevel: string;
    rules: string;
    rulesHint: string;
    asUsual: (severity: string) => string;
    off: string;
    house: string;
    houseHint: string;
    importFile: string;
    exportFile: string;
    exportName: string;
    reset: string;
    imported: (name: string) => string;
    importFailed: (name: string, reason: string) => string;
    notJson: string;
    notFound: (address: string) => string;
    outOfRange: (least: number, most: number) => string;
    memory: string;
    remember: string;
    rememberHint: string;
    keepDraft: string;
    keepDraftHint: string;
    cannotKeep: string;
  };

  draftRestored: string;
  draftTooLong: string;
  configurationWrong: (reason: string) => string;
}
