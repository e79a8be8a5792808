package io.noticepress.render.views;

/**
 * A date for a reader and for a machine.
 *
 * @param iso {@code 2030-04-15}, for {@code datetime}
 * @param text {@code 2030年4月15日}, {@code 15 April 2030}
 */
public record DisplayDate(String iso, String text) {}
