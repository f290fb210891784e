import { describeEveryScreen } from './page/every-screen';

describeEveryScreen('en-US');
