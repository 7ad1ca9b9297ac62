import { type ArchiveMonth, type ArchiveYear, archiveOf } from '#journal/public/archive.ts';
import { monthInWords, yearInWords } from '#journal/schema/moment.ts';
import { asHeading } from '#journal/words/locale.ts';
import { type ListView, listPage } from './listPages.ts';
import { site } from './site.ts';

/** The page of a month, and where its neighbours are. */
export interface MonthView extends ListView {
  readonly newer: MonthLink | undefined;
  readonly older: MonthLink | undefined;
}

/** A link to the page of a month. */
export interface MonthLink {
  readonly path: string;
  readonly name: string;
}

/** The pages of all years, by year. */
export function yearPages(): { year: string; view: ListView }[] {
  return archiveOf(site().entries).map((year) => ({ year: year.year, view: yearPage(year) }));
}

function yearPage({ year, path, entries }: ArchiveYear): ListView {
  const title = yearInWords(year, site().site.language);
  return listPage({ title, path, entries, by: 'month' });
}

/** The pages of all months, by month as `2026-05`. */
export function monthPages(): { month: string; view: MonthView }[] {
  const months = archiveOf(site().entries).flatMap((year) => year.months);
  return months.map((month, at) => ({
    month: month.month,
    view: {
      ...monthPage(month),
      newer: monthLink(months[at - 1]),
      older: monthLink(months[at + 1]),
    },
  }));
}

function monthPage({ month, path, entries }: ArchiveMonth): ListView {
  return listPage({ title: monthName(month), path, entries, by: 'nothing' });
}

function monthLink(month: ArchiveMonth | undefined): MonthLink | undefined {
  return month && { path: month.path, name: monthName(month.month) };
}

function monthName(month: string): string {
  const { language } = site().site;
  return asHeading(monthInWords(month, language), language);
}
