/**
 * Text blocks for an application: paragraphs that say in words what is recorded of it, to be copied into what the granting body asks for. It owns no
 * table, stores nothing and changes nothing.
 *
 * <p>Words: a <em>text block</em> (Textbaustein) is one paragraph; a <em>figure</em> is a number or a day that stands in it, with the page of the rows it was
 * counted from; a <em>gap</em> is what no record says.
 *
 * <p>D1: every word that is not a record is a fixed text of the bundle. What is not recorded is a gap with the page where it can be recorded, and never a
 * sentence; a paragraph of which nothing is recorded is left out and named.
 * <p>D2: numbers of pupils, teachers and classes are those on which the application relies: as they were handed in, or of today while it is a draft. Where
 * other numbers stand by now, a gap says so.
 * <p>D3: which devices are of the kind that is applied for, the catalogue says: kinds of the models whose articles are of that category. What is there is what
 * is in service, so that the figure and the list to which it leads count the same.
 * <p>D4: of the network is told what the readiness of the rooms counts; a school of which nothing was looked at, measured or installed has no sentence.
 * <p>D5: who sees the application sees its text blocks. Rooms, network and devices are told of schools of which the asker may see them, and links lead to pages
 * that the asker may open; for how many schools this is not so is said.
 */
@Module(name = "overview.textblock", uses = {"funding.household", "inventory.device", "overview.readiness", "procurement.catalogue", "school.concept"},
        reads = {"CatalogueItem", "Device", "DeviceModel", "School"})
package de.schulpakt.overview.textblock;

import de.schulpakt.platform.Module;
