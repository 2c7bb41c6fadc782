/**
 * Lists: each is declared once, and its page with columns to choose, its saved views, its files and its REST follow.
 *
 * <p>Words: a <em>listing</em> is the declaration; a <em>view</em> is what somebody asks of it, the parameters of its address;
 * a <em>filter</em> has the name of its parameter.
 *
 * <p>D1: a list is counted to 10,000 rows and then says that there are more; deep pages are asked for by the row after which
 * they begin. What has no more rows is gathered and sorted; what has more is walked along an index of the order that is asked
 * for, until the page is full. The database's own choice between the two goes wrong with large tables, so conditions are put
 * such that it has none. Sorted after a table to which the rows point, that table is walked, its rows' rows a page at a time.
 * Neither counting nor leafing grows with the table.
 * <p>D2: a free text is looked for by its beginning in what has an index, by its words in titles (FULLTEXT), and in other
 * tables first, whose ids then narrow the list down; nothing reads a large table to find a part of a word.
 * <p>D3: this room knows no guard: who may see what comes from the list as a condition, after its bean has asked the guard.
 * <p>D4: a file is written from the ids in their order, a few hundred rows at a time: it is complete, whatever its length.
 * <p>D5: a view is one's own until it is shared with a circle: colleagues of a role, or all of an authority. It keeps an address and no rows: whoever opens it sees what
 * that one may see. It is put right by who keeps it, goes with that account, and is ended by who administers the circle, too.
 */
@Module(name = "platform.list", uses = {"platform", "platform.text", "platform.row", "platform.web", "platform.person"},
        exposes = {"Asked", "Circles", "Column", "Condition", "Filter", "ListFile", "ListOf", "ListPage", "ListView", "ListViews", "Listing", "Words"})
package de.schulpakt.platform.list;

import de.schulpakt.platform.Module;
