package io.noticepress.render.views;

/**
 * A date in two formats.
 *
 * @param iso {@code 2030-04-15}, for the attribute {@code datetime}
 * @param text as the theme formats it: {@code 2030年4月15日}, {@code 15 April 2030}
 */
public record DisplayDate(String iso, String text) {}
