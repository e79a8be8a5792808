package io.noticepress.model;

/**
 * A kind of document (公文种类): {@code tongzhi}, 通知, Notice.
 *
 * @param code its key in addresses
 * @param name its name by language; the Chinese one is what titles end in
 */
public record Kind(String code, Localized name) {}
