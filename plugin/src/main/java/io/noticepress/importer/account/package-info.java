/** Ledger of what became of every source character: kept, normalised or dropped. */
package io.noticepress.importer.account;
