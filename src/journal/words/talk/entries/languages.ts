// These words in every language that has them, by its tag.
export { arabic as ar } from './ar.ts';
export { german as de } from './de.ts';
export { spanish as es } from './es.ts';
export { french as fr } from './fr.ts';
export { hebrew as he } from './he.ts';
export { italian as it } from './it.ts';
export { japanese as ja } from './ja.ts';
export { korean as ko } from './ko.ts';
export { dutch as nl } from './nl.ts';
export { polish as pl } from './pl.ts';
export { portuguese as pt } from './pt.ts';
export { russian as ru } from './ru.ts';
export { turkish as tr } from './tr.ts';
export { ukrainian as uk } from './uk.ts';
export { simplifiedChinese as zh } from './zh.ts';
export { traditionalChinese as 'zh-Hant' } from './zhHant.ts';
