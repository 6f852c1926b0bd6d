import { type ServiceCategory, type ServiceKind, serviceCategories, serviceKinds } from './service';

/** What a service point is: a kind, or a category where its list tells no kinds apart. */
export type ServiceWord = ServiceKind | ServiceCategory;

export interface ServiceType {
  category: ServiceCategory;
  kind?: ServiceKind;
}

const categoryOf: Readonly<Record<ServiceKind, ServiceCategory>> = {
  hospital: 'health',
  clinic: 'health',
  pharmacy: 'health',
  'primary-school': 'education',
  'secondary-school': 'education',
  // 托幼 is nurseries and kindergartens; 上学 begins with primary school.
  kindergarten: 'childcare',
  library: 'culture',
  museum: 'culture',
  gallery: 'culture',
  'cultural-centre': 'culture',
  park: 'green',
  stadium: 'sport',
  'sports-hall': 'sport',
  market: 'shopping',
  supermarket: 'shopping',
  convenience: 'shopping',
  mall: 'shopping',
  'food-street': 'meals',
  station: 'transport',
  'bus-stop': 'transport',
  shelter: 'emergency',
};

const isKind = (word: string): word is ServiceKind => (serviceKinds as readonly string[]).includes(word);

export const isServiceWord = (word: string): word is ServiceWord =>
  isKind(word) || (serviceCategories as readonly string[]).includes(word);

/** Category of a kind, with the kind; a category stands for itself. */
export const serviceTypeOf = (word: ServiceWord): ServiceType =>
  isKind(word) ? { category: categoryOf[word], kind: word } : { category: word };
