import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { CellReference } from '../../assessment/school';
import { fill } from '../../locales/fill';
import { usePane } from '../pane-context';
import { useFormTexts } from './form-texts';

/** Leads to a cell, which it names. */
export function PlaceButton({ place }: { readonly place: CellReference }): ReactElement {
  const { session } = usePane();
  const texts = useFormTexts();
  return (
    <Button size="small" appearance="subtle" onClick={() => void session.showCell(place)}>
      {fill(texts.item.goTo, { place: `${place.sheet}!${place.cell}` })}
    </Button>
  );
}
