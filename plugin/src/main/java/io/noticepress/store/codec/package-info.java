/** Records as bytes: one codec made from a record's components instead of an encoder and a decoder for each type. */
package io.noticepress.store.codec;
