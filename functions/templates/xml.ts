import { DomUtils, parseDocument } from "htmlparser2";

type Parent = Pick<ReturnType<typeof parseDocument>, "children">;
type XmlNode = Parent["children"][number];
/** An element of a part of a Word document. Its name has the prefix that every program uses: `w:p`. */
export type XmlElement = Extract<XmlNode, { attribs: object }>;

const isElement = (node: XmlNode): node is XmlElement => "attribs" in node;

/** Parses a part; an absent part has no elements. */
export const parseXml = (part: Uint8Array | undefined): Parent =>
  parseDocument(new TextDecoder().decode(part), { xmlMode: true, decodeEntities: true });

export const childrenOf = (parent: Parent | undefined): XmlElement[] =>
  parent ? parent.children.filter(isElement) : [];

/** The first child of that name. */
export const childOf = (parent: Parent | undefined, name: string): XmlElement | undefined =>
  childrenOf(parent).find((child) => child.name === name);

/** All elements of these names, at any depth, in order. */
export const elementsOf = (parent: Parent, ...names: string[]): XmlElement[] =>
  childrenOf(parent).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...elementsOf(child, ...names),
  ]);

/** The `w:val` of a child: `<w:pStyle w:val="Heading1"/>`. */
export const valueOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attribs["w:val"];

/** A switch such as `<w:b/>`, which `w:val="0"` turns off. */
export const isOn = (parent: XmlElement | undefined, name: string): boolean => {
  const element = childOf(parent, name);
  return element !== undefined && !["0", "false", "none", "off"].includes(element.attribs["w:val"] ?? "");
};

export const textOf = (element: XmlElement): string => DomUtils.textContent(element);

export const toXml = (document: Parent): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${DomUtils.getOuterHTML(childrenOf(document), { xmlMode: true })}`;
