package io.noticepress.theme;

/**
 * What a search page needs to search. Named {@code search} in templates.
 *
 * @param script the script of the page, a JavaScript module
 * @param engine the module that reads the index
 * @param index the file with which the index of the language begins
 */
public record SearchView(String script, String engine, String index) {}
