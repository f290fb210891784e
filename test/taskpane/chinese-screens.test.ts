import { describeEveryScreen } from './page/every-screen';

describeEveryScreen('zh-CN');
