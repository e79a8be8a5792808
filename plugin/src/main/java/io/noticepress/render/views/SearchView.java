package io.noticepress.render.views;

/**
 * What a search page needs to search. Named {@code search} in templates.
 *
 * @param script the script of the page, a JavaScript module
 * @param engine the module that reads the index, which the script imports
 * @param index how the index of the language begins, in base64
 */
public record SearchView(String script, String engine, String index) {}
